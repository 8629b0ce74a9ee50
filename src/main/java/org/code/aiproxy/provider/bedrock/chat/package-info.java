/** Translates chats between OpenAI's API and Bedrock's Converse API. */
@NullMarked
package org.code.aiproxy.provider.bedrock.chat;

import org.jspecify.annotations.NullMarked;
