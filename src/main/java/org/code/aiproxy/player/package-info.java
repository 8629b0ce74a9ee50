/** Plays OpenAI and Amazon Bedrock, their faults included, for tests, benches and people. */
@NullMarked
package org.code.aiproxy.player;

import org.jspecify.annotations.NullMarked;
