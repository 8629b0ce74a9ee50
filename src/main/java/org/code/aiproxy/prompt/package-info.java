/** From a prompt, a rubric, examples and a program to the messages that a model sees. */
@NullMarked
package org.code.aiproxy.prompt;

import org.jspecify.annotations.NullMarked;
