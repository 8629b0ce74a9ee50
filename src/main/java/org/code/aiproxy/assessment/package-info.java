/** The assessment of one program, from the request's fields to the answer. */
@NullMarked
package org.code.aiproxy.assessment;

import org.jspecify.annotations.NullMarked;
