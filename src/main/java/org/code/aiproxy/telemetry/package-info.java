/** What operators see of calls to models: metrics and traces by OpenTelemetry's conventions. */
@NullMarked
package org.code.aiproxy.telemetry;

import org.jspecify.annotations.NullMarked;
