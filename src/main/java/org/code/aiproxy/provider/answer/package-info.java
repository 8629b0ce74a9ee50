/** Limits how much of a provider's answer is read, and for how long. */
@NullMarked
package org.code.aiproxy.provider.answer;

import org.jspecify.annotations.NullMarked;
