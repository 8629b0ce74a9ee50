/** Asks each model in a form that it takes, and learns that form from what providers refuse. */
@NullMarked
package org.code.aiproxy.adaptation;

import org.jspecify.annotations.NullMarked;
