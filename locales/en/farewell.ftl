# To a volunteer who has left the pool
mail-left-subject = Thank you for your help in the Sprachpool
mail-left-title = Thank you for your help
mail-left-lead = thank you for being with us. With your help, families could speak and understand.
mail-left-now = You are no longer entered as a language mediator. You will get no more offers.
mail-left-kept = We keep your details until { $date }. Then we delete them.
mail-left-erase = You want us to delete your details at once. A person of the team looks at that. It takes one month at most.
mail-left-counts = Your assignments still count, but without your name.
mail-left-back = Was this a mistake? Or would you like to come back? Please call us.
