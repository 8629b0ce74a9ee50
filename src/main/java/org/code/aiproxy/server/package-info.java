/** How the web server takes requests, whatever their route. */
@NullMarked
package org.code.aiproxy.server;

import org.jspecify.annotations.NullMarked;
