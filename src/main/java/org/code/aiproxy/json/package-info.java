/** The limits for JSON from callers, providers and students. */
@NullMarked
package org.code.aiproxy.json;

import org.jspecify.annotations.NullMarked;
