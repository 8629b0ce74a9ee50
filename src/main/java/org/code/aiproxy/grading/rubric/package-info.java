/** What a program is graded by: a rubric's key concepts, and the four labels each can get. */
@NullMarked
package org.code.aiproxy.grading.rubric;

import org.jspecify.annotations.NullMarked;
