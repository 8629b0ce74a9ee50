/** OpenAI, and every server that speaks its chat completions API. */
@NullMarked
package org.code.aiproxy.model.openai;

import org.jspecify.annotations.NullMarked;
