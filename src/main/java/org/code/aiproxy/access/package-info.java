/** Who may call. */
@NullMarked
package org.code.aiproxy.access;

import org.jspecify.annotations.NullMarked;
