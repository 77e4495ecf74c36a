"""The pages: each module takes a request to the desk and shows the answer, as a page or as its JSON twin."""
