/** A lesson's configuration, read from its directory. */
@NullMarked
package org.code.aiproxy.grading.lesson;

import org.jspecify.annotations.NullMarked;
