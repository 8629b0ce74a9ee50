/** What a program does, as facts read from its syntax tree. */
@NullMarked
package org.code.aiproxy.grading.feature;

import org.jspecify.annotations.NullMarked;
