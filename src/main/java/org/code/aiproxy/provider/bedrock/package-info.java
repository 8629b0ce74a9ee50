/** Amazon Bedrock's models behind the port. */
@NullMarked
package org.code.aiproxy.provider.bedrock;

import org.jspecify.annotations.NullMarked;
