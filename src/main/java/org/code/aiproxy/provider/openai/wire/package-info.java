/** Reads the bodies and streams of OpenAI's chat completions and responses. */
@NullMarked
package org.code.aiproxy.provider.openai.wire;

import org.jspecify.annotations.NullMarked;
