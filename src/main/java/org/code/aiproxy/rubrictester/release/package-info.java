/** Releases: experiments that the school platform's backend reads. */
@NullMarked
package org.code.aiproxy.rubrictester.release;

import org.jspecify.annotations.NullMarked;
