/** The only place where exceptions become HTTP responses. */
@NullMarked
package org.code.aiproxy.web.problem;

import org.jspecify.annotations.NullMarked;
