/** Measures and traces each call by OpenTelemetry's conventions. */
@NullMarked
package org.code.aiproxy.provider.observation;

import org.jspecify.annotations.NullMarked;
