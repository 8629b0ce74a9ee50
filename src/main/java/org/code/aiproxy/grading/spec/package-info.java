/** What is wanted of an assessment, as callers and authors write it, and checked. */
@NullMarked
package org.code.aiproxy.grading.spec;

import org.jspecify.annotations.NullMarked;
