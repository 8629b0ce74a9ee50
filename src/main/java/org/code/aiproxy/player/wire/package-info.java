/** What goes over a played provider's sockets: calls, bytes, and each API's format. */
@NullMarked
package org.code.aiproxy.player.wire;

import org.jspecify.annotations.NullMarked;
