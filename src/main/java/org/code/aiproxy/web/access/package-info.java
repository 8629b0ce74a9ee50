/** Who may call. */
@NullMarked
package org.code.aiproxy.web.access;

import org.jspecify.annotations.NullMarked;
