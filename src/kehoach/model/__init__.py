"""What a plan is: frozen nodes whose declared fields are the file format."""
