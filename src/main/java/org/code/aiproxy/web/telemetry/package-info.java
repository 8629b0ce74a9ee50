/** What metrics and logs learn of the calls that an HTTP request made. */
@NullMarked
package org.code.aiproxy.web.telemetry;

import org.jspecify.annotations.NullMarked;
