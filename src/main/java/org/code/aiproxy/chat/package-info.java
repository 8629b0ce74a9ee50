/** The routes that OpenAI's clients call, for every model. */
@NullMarked
package org.code.aiproxy.chat;

import org.jspecify.annotations.NullMarked;
