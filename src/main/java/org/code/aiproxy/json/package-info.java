/** How JSON of others is read. */
@NullMarked
package org.code.aiproxy.json;

import org.jspecify.annotations.NullMarked;
