/** The routes that assess programs. */
@NullMarked
package org.code.aiproxy.web.assessment;

import org.jspecify.annotations.NullMarked;
