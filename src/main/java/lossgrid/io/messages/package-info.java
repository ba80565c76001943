/** PyTorch's error messages across its versions, and which of them a pasted text holds. The wordings are in {@code assets/messages/}. */
package lossgrid.io.messages;
