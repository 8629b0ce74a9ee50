/** How much of what providers send is taken in, and for how long. */
@NullMarked
package org.code.aiproxy.answer;

import org.jspecify.annotations.NullMarked;
