/** The log line of each request, and the headers that every response has. */
@NullMarked
package org.code.aiproxy.web.log;

import org.jspecify.annotations.NullMarked;
