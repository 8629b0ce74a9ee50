/** Amazon Bedrock's models through the Converse API. */
@NullMarked
package org.code.aiproxy.model.bedrock;

import org.jspecify.annotations.NullMarked;
