/** Routes that describe the service and answer health checks. */
@NullMarked
package org.code.aiproxy.web;

import org.jspecify.annotations.NullMarked;
