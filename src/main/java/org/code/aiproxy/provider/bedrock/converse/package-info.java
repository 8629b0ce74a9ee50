/** Calls Bedrock's Converse API and classifies its failures. */
@NullMarked
package org.code.aiproxy.provider.bedrock.converse;

import org.jspecify.annotations.NullMarked;
