/** What a played model is asked and writes, whichever API it is asked by. */
@NullMarked
package org.code.aiproxy.player.model;

import org.jspecify.annotations.NullMarked;
