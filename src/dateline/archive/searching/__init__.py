"""What is sought in, the articles and the lines of timelines that hold it out."""
