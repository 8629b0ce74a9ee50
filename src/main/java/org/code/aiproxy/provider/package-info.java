/** Wires what all providers of models share. */
@NullMarked
package org.code.aiproxy.provider;

import org.jspecify.annotations.NullMarked;
