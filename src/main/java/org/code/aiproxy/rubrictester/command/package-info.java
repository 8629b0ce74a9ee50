/** The commands of {@code bin/rubric-tester}, one class each. */
@NullMarked
package org.code.aiproxy.rubrictester.command;

import org.jspecify.annotations.NullMarked;
