/** Slow and vanished clients: what they may hold up, and when work for them stops. */
@NullMarked
package org.code.aiproxy.web.connection;

import org.jspecify.annotations.NullMarked;
