/** How this service reaches others: through which proxies, and whose certificates it trusts. */
@NullMarked
package org.code.aiproxy.network;

import org.jspecify.annotations.NullMarked;
