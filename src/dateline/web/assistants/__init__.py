"""An archive for assistants, over the Model Context Protocol: questions in, small answers that can be checked out."""
