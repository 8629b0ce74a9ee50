/** How this service reaches others: its proxies, and the certificates that it trusts. */
@NullMarked
package org.code.aiproxy.network;

import org.jspecify.annotations.NullMarked;
