/** How many requests are worked on at once, and when the process must end. */
@NullMarked
package org.code.aiproxy.web.admission;

import org.jspecify.annotations.NullMarked;
