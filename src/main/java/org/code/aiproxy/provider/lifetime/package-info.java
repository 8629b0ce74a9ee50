/** How long models are still served, by the catalogue and by their providers. */
@NullMarked
package org.code.aiproxy.provider.lifetime;

import org.jspecify.annotations.NullMarked;
