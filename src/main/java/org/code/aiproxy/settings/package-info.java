/** Settings that are read before anything else, and what is said of one that can't be used. */
@NullMarked
package org.code.aiproxy.settings;

import org.jspecify.annotations.NullMarked;
