/** How the web server takes requests. */
@NullMarked
package org.code.aiproxy.server;

import org.jspecify.annotations.NullMarked;
