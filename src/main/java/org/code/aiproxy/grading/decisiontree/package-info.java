/** Labels that decision trees give from a program's features, without a model. */
@NullMarked
package org.code.aiproxy.grading.decisiontree;

import org.jspecify.annotations.NullMarked;
