/** OpenAI and compatible servers behind the port. */
@NullMarked
package org.code.aiproxy.provider.openai;

import org.jspecify.annotations.NullMarked;
