/** Reads the configuration at startup and explains settings that are invalid or unknown. */
@NullMarked
package org.code.aiproxy.configuration;

import org.jspecify.annotations.NullMarked;
