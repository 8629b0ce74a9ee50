/** Reads JSON as models write it, with its mistakes. */
@NullMarked
package org.code.aiproxy.grading.response.json;

import org.jspecify.annotations.NullMarked;
