/** Turns a prompt, a rubric, examples and a program into the messages that a model sees. */
@NullMarked
package org.code.aiproxy.grading.prompt;

import org.jspecify.annotations.NullMarked;
