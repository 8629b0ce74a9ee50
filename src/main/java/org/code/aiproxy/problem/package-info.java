/** The only place where exceptions become HTTP answers. */
@NullMarked
package org.code.aiproxy.problem;

import org.jspecify.annotations.NullMarked;
