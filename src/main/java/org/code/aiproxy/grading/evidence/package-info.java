/** The evidence for a label, checked against the program and written for the teacher's page. */
@NullMarked
package org.code.aiproxy.grading.evidence;

import org.jspecify.annotations.NullMarked;
