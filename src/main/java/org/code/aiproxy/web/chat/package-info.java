/** The routes that OpenAI's clients call. */
@NullMarked
package org.code.aiproxy.web.chat;

import org.jspecify.annotations.NullMarked;
