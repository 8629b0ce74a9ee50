/** The assessment of one program, from a request's fields to the labels. */
@NullMarked
package org.code.aiproxy.grading.assessment;

import org.jspecify.annotations.NullMarked;
